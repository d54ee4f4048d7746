"""The embedded server: the ASGI application, what stands before it, and what runs it."""
