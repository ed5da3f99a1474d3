"""Read by Orca when it starts: what is spoken is written down instead, a line each,
and so is when a key has been dealt with and when there is nothing left to do."""

import os

from gi.repository import GLib
from orca import event_manager, speech, speechserver

log = open(os.environ["ORCA_LOG"], "a", buffering=1)


class Recorder(speechserver.SpeechServer):
    def speak(self, text=None, acss=None, interrupt=True):
        if text and text.strip():
            log.write("say " + " ".join(text.split()) + "\n")

    def speakCharacter(self, character, acss=None):
        self.speak(character)

    def speakKeyEvent(self, event, acss=None):
        pass

    def sayAll(self, utterances, progress):
        for context, acss in utterances:
            self.speak(context.utterance)

    def stop(self):
        pass


def use(*_):
    speech._speechserver = Recorder()


# What the settings name as the synthesizer is not started.
speech._initSpeechServer = use
use()

process = event_manager.EventManager._processKeyboardEvent


def key(self, event):
    consumed = process(self, event)
    if int(event.type) == 1:  # it was let go
        log.write("key\n")
    return consumed


event_manager.EventManager._processKeyboardEvent = key


def rest():
    if event_manager.getManager()._eventQueue.empty():
        log.write("idle\n")
    return True


GLib.timeout_add(200, rest)
log.write("listening\n")
