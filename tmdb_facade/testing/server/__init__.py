"""The embedded server: the ASGI application, its middleware, and the thread and transport that run it."""
