"""What is special about some blocks, by their first line; every other block is run as it stands, and must succeed."""

# Blocks that are not run, each with the reason.
NOT_RUN = {
    "Tests/run": "it is what runs this test",
    "swift test --scratch-path .build/tests --filter TrackingCode":
        "it builds all unit tests once more, which takes a quarter of an hour; Tests/run runs them in the checkout",
}

# Blocks that go on until Ctrl-C, each with the words that it says once it is at work.
GO_ON = {
    "cgi-bin/serve": "messages ",
    ".portal/bin/pishkhan serve": "http://127.0.0.1:",
    ".portal/bin/pishkhan build --watch": "release",
}

# Blocks that set a web server up: the others are stopped before, and afterwards the portal must answer through this one.
WEB_SERVERS = tuple(f"sudo apt-get install {name}" for name in ("apache2", "nginx", "lighttpd", "caddy", "h2o"))

# Blocks that neither a shell nor a server reads, each with the test that looks at what it shows.
SHOWN = {
    "site/ (config, units, texts, pages, theme)": "tree",
    'site/portal.json5:15:3: error: unknown key "adress"; expected one of …; did you mean "address"?': "mistake",
}
