"""What truly differs between the two clients (`tasks`, `threads`), and the HTTP library (`http`)."""
