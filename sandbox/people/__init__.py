"""The people's side: with /world a person or a program sits in any chair."""
