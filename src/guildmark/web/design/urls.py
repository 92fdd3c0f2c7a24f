"""The addresses of this room."""

from django.urls import path

from guildmark.web.design import views

app_name = "design"
urlpatterns = [path("", views.index, name="index")]
