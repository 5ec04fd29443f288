"""The window. Qt lives here alone.

- `start` paints first and `fill` loads the rest once that is `painted`. `frames` are the windows that are open, made
  anew when another language is spoken (`speaking`). `idle` tells whether somebody is at a window.
- Every wish of a view is a frozen value in `wishes/`, by what it is about, and one dispatcher, `granting`, brings it
  to the `controllers/` method that grants it. `bridge` runs work as `jobs`, whose results keep their type and come
  back with their question, and turns `Changes` into signals. What takes long and only the window's
  own thread can do is done `between` events, a step at a time.
- `actions` is the one table of actions, the reader's included; `applies` says which can be run now.
- What is said is asked of `wording` by `words`, in the language that the application holds. `plain` is the one way of
  texts into labels, tips, captions, boxes and titles, `dialogs/opening` the one way dialogs are opened and freed.
  `steps` says what was done, `connection` what is online.
- `delegates/row` paints rows from the side where reading begins, in lines that `lettering` remembers; `units` counts
  characters as Qt does; `widgets/dragging` is what is carried by the mouse; `paper/` lays reports out on pages, for
  printers and for PDF.
- `walk` leads through the steps of the tour (`work/tour`), each in a `widgets/callout` that lies `beside` what it
  speaks of.
"""
