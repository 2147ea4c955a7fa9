"""What authors wrote: records, books, modules and citations as frozen values."""
