"""Makes the network that the eye looks with, once, from the weights of a package; needs an environment of its own."""
