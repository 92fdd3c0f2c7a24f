"""allauth's own routes: each is about whoever is signed in, and takes no id of ours."""

from typing import Any

from tests.web.cast import PASSWORD, World
from tests.web.isolation.table import IN, OWN, PUBLIC, Row, nowhere

AWAY = dict.fromkeys(PUBLIC, 302)
"""Sent on: to the list of partnerships, or home."""
STRANGER = {**AWAY, "eve": 200}
"""Only for who is not signed in."""
CHANGED = {**AWAY, "eve": IN}
NOT_TAKEN: dict[str, Any] = {**OWN}
"""The form comes back with what was wrong."""


def wrong_key(world: World) -> dict[str, Any]:
    return {"key": "wrong"}


def wrong_reset(world: World) -> dict[str, Any]:
    return {"uidb36": "1", "key": "wrong-key"}


def another_address(world: World) -> dict[str, Any]:
    return {"action_add": "", "email": "another@example.org"}


def new_password(world: World) -> dict[str, Any]:
    new = "another-long-password"
    return {"oldpassword": PASSWORD, "password1": new, "password2": new}


A = "account_"
ROWS = [
    Row(A + "login", "GET", STRANGER, nowhere),
    Row(A + "login", "POST", STRANGER, nowhere, lambda w: {"login": "alice@example.org", "password": "wrong"}),
    Row(A + "logout", "GET", {**PUBLIC, "eve": 302}, nowhere),
    Row(A + "logout", "POST", AWAY, nowhere),
    Row(A + "inactive", "GET", PUBLIC, nowhere),
    Row(A + "signup", "GET", STRANGER, nowhere),
    Row(A + "signup", "POST", STRANGER, nowhere, lambda w: {"email": "new@example.org"}),
    Row(A + "reauthenticate", "GET", OWN, nowhere),
    Row(A + "reauthenticate", "POST", NOT_TAKEN, nowhere, lambda w: {"password": "wrong"}),
    Row(A + "email", "GET", OWN, nowhere),
    Row(A + "email", "POST", CHANGED, nowhere, another_address),
    Row(A + "email_verification_sent", "GET", PUBLIC, nowhere),
    Row(A + "change_password", "GET", OWN, nowhere),
    Row(A + "change_password", "POST", NOT_TAKEN, nowhere, lambda w: {"oldpassword": "wrong"}),
    Row(A + "change_password", "POST", CHANGED, nowhere, new_password, query="?right"),
    Row(A + "set_password", "GET", CHANGED, nowhere),
    Row(A + "set_password", "POST", CHANGED, nowhere),
    Row(A + "reset_password", "GET", PUBLIC, nowhere),
    Row(A + "reset_password", "POST", AWAY, nowhere, lambda w: {"email": "alice@example.org"}),
    Row(A + "reset_password_done", "GET", PUBLIC, nowhere),
    Row(A + "reset_password_from_key", "GET", PUBLIC, wrong_reset),
    Row(A + "reset_password_from_key", "POST", PUBLIC, wrong_reset, lambda w: {"password1": "x", "password2": "x"}),
    Row(A + "reset_password_from_key_done", "GET", PUBLIC, nowhere),
    Row(A + "confirm_email", "GET", PUBLIC, wrong_key),
    Row(A + "confirm_email", "POST", dict.fromkeys(PUBLIC, 404), wrong_key),
    Row(A + "confirm_login_code", "GET", AWAY, nowhere),
    Row(A + "confirm_login_code", "POST", AWAY, nowhere),
]
