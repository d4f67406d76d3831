"""The hosts put a shell around finished pages: navigation, search box, look. MkDocs is the first."""
