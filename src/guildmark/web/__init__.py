"""The web application: one app a room, on the library. Views parse, call one action or selector, and render."""
