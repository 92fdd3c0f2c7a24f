"""The addresses of this room."""

from django.urls import path

from guildmark.web.wallet import views

app_name = "wallet"
urlpatterns = [path("me/", views.index, name="index")]
