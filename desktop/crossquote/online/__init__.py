"""Single pages of the web, fetched when somebody asks for that very one: whom to ask, how, and how much.

`fetching.fetch_page` is the entry: `asking` is one question to one server, on a thread that can be left; `hosts` says
who may be asked, `trust` who is believed. No setting changes either. `heads` `waiting` are what downloads have, too: an
answer's head held to what can't harm, and waiting that can be stopped.
"""
