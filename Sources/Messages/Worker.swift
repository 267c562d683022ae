// Gateways and the worker follow in the next commit.
