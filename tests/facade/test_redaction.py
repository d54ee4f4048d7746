"""Redaction hides secrets wherever they appear, and nothing else."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from time import process_time
from urllib.parse import quote, urlencode

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.facade.support import TOKEN
from tmdb_facade._core.redaction import SECRET_NAMES, redact

HOST = "https://api.themoviedb.org"

# Of any characters of ids, keys and tokens, and long enough never to occur by chance.
secrets = st.text(st.characters(min_codepoint=33, max_codepoint=0x2FFF, categories=["L", "N", "P", "S"]), min_size=8)
plain = st.text(st.sampled_from("abcdefghij /&=?#%+*"), max_size=20)


@given(name=st.sampled_from(sorted(SECRET_NAMES)), secret=secrets, other=plain, after=st.booleans())
def test_redact_hides_secret_query_parameters_and_keeps_the_others(
    name: str, secret: str, other: str, after: bool
) -> None:
    # What follows the path of a secret is masked too.
    assume(not re.search("/(account|authenticate|guest_session)/", secret, re.IGNORECASE))

    def write(value: str) -> str:
        pairs = [urlencode({"query": f"q{other}"}), f"{name}={value}"]
        return f"{HOST}/3/search/movie?{'&'.join(pairs if after else pairs[::-1])}#x"

    assert redact(write(quote(secret, safe=""))) == write("***")


@given(secret=secrets, path=st.sampled_from(["/3/account/{}/lists", "/4/account/{}", "/3/guest_session/{}/rated/tv"]))
def test_redact_hides_account_and_guest_session_ids_in_paths(secret: str, path: str) -> None:
    shown = redact(HOST + path.format(quote(secret, safe="")) + "?page=2")
    assert shown == HOST + path.format("***") + "?page=2"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # names in other forms, which servers decode and people mistype
        ("/3/movie/1?API_KEY=abc", "/3/movie/1?API_KEY=***"),
        ("/3/movie/1?api%5Fkey=abc", "/3/movie/1?api%5Fkey=***"),
        ("api_key=abc&language=de", "api_key=***&language=de"),
        ("GET /3/movie/1?session_id=abc HTTP/1.1", "GET /3/movie/1?session_id=*** HTTP/1.1"),
        ("https://www.themoviedb.org/authenticate/abc?redirect_to=x", "https://www.themoviedb.org/authenticate/***?redirect_to=x"),
        ("https://www.themoviedb.org/auth/access?request_token=abc", "https://www.themoviedb.org/auth/access?request_token=***"),
        ("https://user:pass@gateway.test/3/movie/1", "https://***@gateway.test/3/movie/1"),
        # headers and bodies
        ("Authorization: Bearer abc.def", "Authorization: Bearer ***"),
        (f"b'{TOKEN}'", "b'***'"),
        ('{"session_id": "abc", "name": "x"}', '{"session_id": "***", "name": "x"}'),
        ("{'password':'abc'}", "{'password':'***'}"),
        # passwords with quotes of both kinds
        (r'{"password":"a\"b\'c", "name": "x"}', '{"password":"***", "name": "x"}'),
        (r"""{'password':'a"b\'c', 'name': 'x'}""", "{'password':'***', 'name': 'x'}"),
        # the contents of tokens: the whole, the payload in its encoded form, and decoded
        ("payload eyJhdWQiOiIwMTIzNDU2Nzg5YWJjZGVm, cut", "payload ***, cut"),
        ("eyJhdWQiOiIwMTIzNDU2Nzg5YWJjZGVm without the rest", "*** without the rest"),
        ('{"aud":"0a1b","sub":"2c3d","scopes":["api_read"]}', '{"aud":"***","sub":"***","scopes":["api_read"]}'),
        ("eyJ is how they start", "eyJ is how they start"),
        # account ids of version 4, which are part of paths; the numeric ids of version 3 are not secret
        ('{"account_object_id":"0a1b","id":7}', '{"account_object_id":"***","id":7}'),
        ('{"access_token":"abc","account_id":"0a1b"}', '{"access_token":"***","account_id":"***"}'),
        ('{"gravatar":{"hash":"0a1b"},"gravatar_hash":"0a1b"}', '{"gravatar":{"hash":"***"},"gravatar_hash":"***"}'),
        # the address of a login's callback, in the body of a request and in tokens
        ('{"redirect_to":"http://127.0.0.1:9/0a1b","id":7}', '{"redirect_to":"***","id":7}'),
        # URLs in URLs, and JSON in texts
        ("?redirect_to=https%3A%2F%2Fx.test%2F%3Fapi_key%3Dabc%26b%3D1&c=2", "?redirect_to=https%3A%2F%2Fx.test%2F%3Fapi_key%3D***%26b%3D1&c=2"),
        ("?to=x%253Fsession_id%253Dabc%2526b", "?to=x%253Fsession_id%253D***%2526b"),
        ("?redirect_to=https://x.test/?api_key=abc", "?redirect_to=https://x.test/?api_key=***"),
        ("?password=a%26b%3Dc&d=e", "?password=***&d=e"),
        ("to=%2F3%2Faccount%2F0a1b%2Flists", "to=%2F3%2Faccount%2F***%2Flists"),
        (r'{"text": "{\"password\": \"a b\", \"c\": 1}"}', r'{"text": "{\"password\": \"***\", \"c\": 1}"}'),
        (r'{"session\u005fid": "abc"}', r'{"session\u005fid": "***"}'),
        (r"'GET\napi_key=abc'", r"'GET\napi_key=***'"),
        # values that are not texts
        ('{"session_id": 123, "a": 1}', '{"session_id": "***", "a": 1}'),
        ('{"password": ["a]", ["b"]], "a": 1}', '{"password": "***", "a": 1}'),
        ('{"access_token": {"x": "}"}, "a": [1]}', '{"access_token": "***", "a": [1]}'),
        ('{"password": ["a', '{"password": "***"'),
        ("TMDB(api_key='abc', language='de')", "TMDB(api_key='***', language='de')"),
        ("(api_key=abc)", "(api_key=***"),
        # proxies
        ("http://user:p@ss@proxy.test:80", "http://***@proxy.test:80"),
        ("Proxy-Authorization: Basic dXNlcjpwYXNz", "Proxy-Authorization: Basic ***"),
        ("(b'Authorization', b'Bearer abc')", "(b'Authorization', b'Bearer ***')"),
        ("sent bearer 0123456789abcdef0123456789abcdef", "sent bearer ***"),
        # text without secrets
        ("The bearer of bad news, a Bearer of internationalizations", "The bearer of bad news, a Bearer of internationalizations"),
        ("pass session_id= or guest_session_id=, or only one of session_id=, api_key= and password=.", "pass session_id= or guest_session_id=, or only one of session_id=, api_key= and password=."),
        ('{"password": null, "session_id": true}', '{"password": null, "session_id": true}'),
        ("https://x.test/@user and a@b.test, 100% = all", "https://x.test/@user and a@b.test, 100% = all"),
        ("/3/authentication/guest_session/new", "/3/authentication/guest_session/new"),
        ("/3/account?language=de", "/3/account?language=de"),
        ("/3/movie/550?append_to_response=credits,videos", "/3/movie/550?append_to_response=credits,videos"),
        ("The resource could not be found.", "The resource could not be found."),
        ("", ""),
    ],
)  # fmt: skip
def test_redact_hides_every_form_of_a_secret(text: str, shown: str) -> None:
    """Text that only resembles a secret stays."""
    assert redact(text) == shown


@given(st.text())
def test_redact_is_idempotent(text: str) -> None:
    once = redact(text)
    assert redact(once) == once


@given(secret=secrets, before=plain, after=plain)
def test_redact_hides_a_secret_passed_by_value_in_any_text(secret: str, before: str, after: str) -> None:
    """Clients pass their own credential, to hide it in texts of other libraries."""
    assert secret not in redact(f"{before} {secret} {after}", secret)
    assert redact("nothing", "") == "nothing"


def test_redact_hides_the_key_inside_a_token_passed_by_value() -> None:
    """A server that decodes the client's token can show the API key without its name."""
    key, account = "0123456789abcdef" * 2, "4bc8892a017a3c0z92001001".replace("z", "0")
    payload = b64encode(json.dumps({"aud": [key], "sub": account, "scopes": ["api_read"]}).encode()).decode()
    shown = redact(f"{key} of {account} may use api_read", f"eyJhbGciOiJIUzI1NiJ9.{payload.rstrip('=')}.c2ln")
    assert shown == "*** of *** may use api_read"


# A secret of the letters that keys, sessions and tokens have.
keys = st.text(st.sampled_from("0123456789abcdefABCDEF"), min_size=20, max_size=40).filter(
    lambda key: not key.isalpha()
)
names = st.sampled_from(sorted(SECRET_NAMES))
FORMS = (
    "{name}={key}",
    "https://x.test/?a=b&{name}={key}&c=d",
    "{name}='{key}'",
    '{{"{name}": "{key}"}}',
    '{{"{name}": ["x]", "{key}"]}}',
    "Authorization: Bearer {key}",
    "bearer {key}",
    "https://user:a@{key}@x.test/",
    "https://x.test/3/guest_session/{key}/rated",
    "eyJ{key}.{key}.{key}",
)


@given(form=st.sampled_from(FORMS), name=names, key=keys, levels=st.lists(st.sampled_from(["url", "json"]), max_size=3))
def test_redact_hides_a_secret_in_every_form_at_every_level(form: str, name: str, key: str, levels: list[str]) -> None:
    """A level is a URL in a parameter of another, or a text in JSON."""
    text = form.format(name=name, key=key)
    for level in levels:
        text = f"https://y.test/?to={quote(text, safe='')}" if level == "url" else json.dumps({"text": text})
    assert key not in redact(text)


innocent = st.text(st.characters(exclude_characters="=:@/", exclude_categories=["Cs"])).filter(
    lambda text: "bearer" not in text.lower() and "eyJ" not in text
)


@given(innocent, innocent)
def test_redact_does_not_change_text_without_secrets(before: str, after: str) -> None:
    for text in (before, f"bearer of {after[:5]}", f"{HOST}/3/movie/1?query={quote(before)}&page=1"):
        assert redact(text) == text


@pytest.mark.parametrize(
    "unit",
    ["A", "eyJ", "-eyJ", "eyJa.", "://", "://a@", "=", "a=", "api_key=", "bearer ", '"password":', '"password":[', "%25",
     "%2525", "\\", '\\"', "session_id", "authorization:", " ", "/account/", '"'],
)  # fmt: skip
def test_redact_takes_linear_time(unit: str) -> None:
    """Quadratic time would be 64 times as long for a text of 8 times the length."""

    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        best = float("inf")
        for _ in range(3):
            start = process_time()
            redact(text)
            best = min(best, process_time() - start)
        return best

    assert seconds(80_000) < 32 * seconds(10_000)
