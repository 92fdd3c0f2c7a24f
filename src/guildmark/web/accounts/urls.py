"""A person's own pages; allauth's stand beside them."""

from django.urls import path

from guildmark.web.accounts import views

app_name = "accounts"
urlpatterns = [
    path("me/", views.me, name="me"),
    path("me/data.json", views.data, name="data"),
    path("me/erase/", views.erase, name="erase"),
]
