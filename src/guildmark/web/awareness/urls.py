"""Step 2: the log of events and outreach, and the three-step path."""

from django.urls import path

from guildmark.web.awareness.views import briefing, log, reading

app_name = "awareness"
urlpatterns = [
    path("", log.index, name="index"),
    path("occasions/", log.add, name="add"),
    path("occasions/<str:occasion>/", log.edit, name="edit"),
    path("occasions/<str:occasion>/remove/", log.remove, name="remove"),
    path("brief/", briefing.brief, name="brief"),
    path("discover/", reading.discover, name="discover"),
    path("explore/", reading.explore, name="explore"),
    path("explore/practices/", reading.practices, name="practices"),
    path("glossary/", reading.words, name="glossary"),
    path("inspired/", reading.inspired, name="inspired"),
]
