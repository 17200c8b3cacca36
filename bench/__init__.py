"""The measuring rigs behind `make bench`: each a file with one public function that returns a table."""
