"""Reads reports of Chinese local-government meetings and gives typed, traceable Meeting records."""

from meetingx.pipeline import Trace, clean, explain, extract
from meetingx.records import Meeting
from meetingx.source import MeetingxError

__all__ = ["Meeting", "MeetingxError", "Trace", "clean", "explain", "extract"]
