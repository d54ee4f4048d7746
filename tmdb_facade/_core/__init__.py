"""The parts of the client without I/O: validation, requests, answers, errors, paging and languages."""
