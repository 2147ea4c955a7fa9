"""The three made-up URL schemes of the HTML that is laid out: a file's place without the machine's paths in it."""

LIBRARY = "library"
"""`library:/books/x/a.svg`: a file below the library's root."""
THEME = "theme"
"""`theme:/book.css`: a file of `themes/print`."""
FONTS = "fonts"
"""`fonts:/@expo-google-fonts/…`: a file below `node_modules`."""
