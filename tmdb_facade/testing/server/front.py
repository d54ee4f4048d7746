"""The outermost part of the application: health checks, and the address under which a client knows the server."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from tmdb_facade.testing.faults.request_pattern import IMAGES
from tmdb_facade.testing.protocol.hosts import Address, Site, read_address

#: The path of health checks, which need no key, are not logged, and which no fault affects.
HEALTH = "/healthz"
# Key of a scope for the site that its host belongs to; None for a host that is not TMDB's.
_SITE = "tmdb_facade.site"
# Key of a scope for the path at which another application has mounted this one.
_MOUNT = "tmdb_facade.mount"
# The starts of all paths of a site that has no other content here. The website has the images too.
_ROOTS: Mapping[Site | None, tuple[str, ...]] = {Site.IMAGES: (IMAGES,), Site.WEBSITE: ("/auth", IMAGES)}
_NOT_FOUND = HTMLResponse("<h1>File not Found</h1>\n", 404)


class Front:
    """Answers health checks, and applies the headers of proxies to all other requests.

    Any client is trusted to send these headers: they change nothing but the links in the answers to that client.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["path"] == HEALTH:
            await _health(scope["method"])(scope, receive, send)
        else:
            scope = _in_origin_form(scope)
            address = read_address(scope["headers"])
            if address.is_forwarded:
                scope = _forwarded(scope, address)
            scope[_SITE] = address.site
            root = _ROOTS.get(address.site, ("/",))
            app = self._app if scope["path"].startswith(root) else _NOT_FOUND
            await app(scope, receive, send)


def unmounted(scope: Scope) -> Scope:
    """Return a scope whose path begins where another application has mounted this one."""
    mount = scope.get("root_path", "").rstrip("/")
    if not mount or scope["type"] != "http":
        return scope
    path = scope["path"].removeprefix(mount)
    return {**scope, "path": path or "/", "root_path": "", _MOUNT: mount}


def mount_of(scope: Scope) -> str:
    """Return the path at which another application has mounted this one, with which all links begin; empty if none has."""
    mount: str = scope.get(_MOUNT, "")
    return mount


def serves(scope: Scope, site: Site) -> bool:
    """Return whether a site answers on the host of a request: on TMDB's hosts only one does."""
    return scope.get(_SITE) in (None, site)


def is_at_tmdb(scope: Scope) -> bool:
    """Return whether a client sent a request to a host of TMDB, which leads to this server."""
    return scope.get(_SITE) is not None


def _health(method: str) -> Response:
    if method not in ("GET", "HEAD"):
        return Response(None, 405, {"allow": "GET, HEAD"})
    return JSONResponse({"status": "ok"}, headers={"cache-control": "no-store"})


def _in_origin_form(scope: Scope) -> Scope:
    """Return a scope with a path, also if the client names the whole URL, as to a proxy. Its host replaces `Host`."""
    if scope["path"].startswith("/"):
        return scope
    scheme, separator, rest = scope["path"].partition("://")
    if not separator or scheme.lower() not in ("http", "https"):
        return scope
    host, _, path = rest.partition("/")
    return _with_host({**scope, "path": f"/{path}"}, host)


def _forwarded(scope: Scope, address: Address) -> Scope:
    return _with_host({**scope, "scheme": address.scheme or scope["scheme"]}, address.host)


def _with_host(scope: Scope, host: str) -> Scope:
    headers = [(name, value) for name, value in scope["headers"] if name != b"host"]
    headers.append((b"host", host.encode("latin-1", "replace")))
    return {**scope, "headers": headers}
