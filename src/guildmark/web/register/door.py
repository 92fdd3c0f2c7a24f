"""The door of the public pages: they set no cookie, and a cache may keep them for a minute."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control, patch_vary_headers

A_MINUTE = 60
NO_TOKEN = {"csrf_token": ""}
"""Django's own tag says nothing then, and no cookie is set: nothing on the page needs one."""


def page(request: HttpRequest, template: str, context: Mapping[str, Any], status: int = 200) -> HttpResponse:
    """A public page."""
    signed_in = request.user.is_authenticated
    given = dict(context) if signed_in else {**context, **NO_TOKEN}
    return kept(request, render(request, template, given, status=status))


def kept(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Says who may keep the answer: everyone, unless it names who is signed in."""
    patch_vary_headers(answer, ("Accept-Language", "Cookie"))
    if request.user.is_authenticated:
        patch_cache_control(answer, private=True, max_age=0)
    else:
        patch_cache_control(answer, public=True, max_age=A_MINUTE)
    return answer
