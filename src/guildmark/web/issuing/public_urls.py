"""What issuers publish: /issuers/SLUG/did.json and /issuers/SLUG/status/N."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
