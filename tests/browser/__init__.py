"""Gates that need a browser: every kind of page is opened, used and measured in Chromium as readers have it."""
