"""Partnerships: mine, one's journey, need, members, invitations."""

from django.urls import path

from guildmark.web.partnerships.views import describing, journeys, members, need

app_name = "partnerships"
urlpatterns = [
    path("", journeys.index, name="index"),
    path("new/", describing.new, name="new"),
    path("invitations/<str:token>/", members.accept, name="accept"),
    path("<slug:slug>/", journeys.journey, name="journey"),
    path("<slug:slug>/table/", journeys.table, name="table"),
    path("<slug:slug>/about/", describing.about, name="about"),
    path("<slug:slug>/cycles/", describing.cycles, name="cycles"),
    path("<slug:slug>/cycles/<int:number>/", journeys.cycle, name="cycle"),
    path("<slug:slug>/need/", need.need, name="need"),
    path("<slug:slug>/need/evidence/", need.add_evidence, name="add_evidence"),
    path("<slug:slug>/need/evidence/<str:evidence>/remove/", need.remove_evidence, name="remove_evidence"),
    path("<slug:slug>/steps/<str:step>/", journeys.step, name="step"),
    path("<slug:slug>/members/", members.index, name="members"),
    path("<slug:slug>/members/invite/", members.invite, name="invite"),
    path("<slug:slug>/members/<str:member>/", members.change, name="change_member"),
    path("<slug:slug>/members/<str:member>/remove/", members.remove, name="remove_member"),
    path("<slug:slug>/invitations/<str:invitation>/withdraw/", members.withdraw, name="withdraw"),
]
