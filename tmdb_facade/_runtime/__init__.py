"""What truly differs between the two clients (`aio`, `threads`), and the HTTP library (`http`)."""
