"""Translation: Argos language packages, run directly and offline.

`engine` is the Protocol, `packaged` the real one, `fake` its twin; `argos` alone meets Argos Translate. `packages`
`shelves` find packages, `package_files` `soundness` `install` take a foreign one in, `offered` knows what there is
without an index, `index` `download` fetch when asked, `memory` remembers, `attention` links words, `flags` marks loops
and residue.
"""
