"""Anyone checks a record."""

from django.urls import path

from guildmark.web.verify import views

app_name = "verify"
urlpatterns = [path("", views.index, name="index")]
