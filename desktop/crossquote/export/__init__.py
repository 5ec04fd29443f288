"""Reports: what is found, in forms that can be handed on.

`document` is the report as one value, gathered by `work/report`. `formats/` render it, a file or folder each,
exporting a `format.Format`; `exporter` is the table of them: rendered, written aside (`write`), read back (`verify`),
put in place. `rows` are the values of JSON that `pipe` gives too, `sheets` the tables of workbook and CSV, `summary`
the head that all tell, `telling` its words. `formats/pdf` asks a child for its pages by the name of the function that
draws them, which stands in `gui/paper`.
"""
