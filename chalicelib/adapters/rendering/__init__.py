"""Documents as finished files: PDF/A-2a and PDF/UA-1 set by typst."""
