"""Redaction hides secrets wherever they appear, and nothing else."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
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
        # account ids of version 4, which are part of paths; the numeric ids of version 3 are not secret
        ('{"account_object_id":"0a1b","id":7}', '{"account_object_id":"***","id":7}'),
        ('{"access_token":"abc","account_id":"0a1b"}', '{"access_token":"***","account_id":"***"}'),
        ('{"gravatar":{"hash":"0a1b"},"gravatar_hash":"0a1b"}', '{"gravatar":{"hash":"***"},"gravatar_hash":"***"}'),
        # text without secrets
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
