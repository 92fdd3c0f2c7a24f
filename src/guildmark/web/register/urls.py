"""The addresses of this room."""

from django.urls import path

from guildmark.web.register import views

app_name = "register"
urlpatterns = [path("", views.index, name="index")]
