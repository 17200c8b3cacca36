"""What the product is: no chat library, no HTTP, no wall clock, no sleep."""
