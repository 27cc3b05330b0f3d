"""Where things are: the voivodeship, its counties and gminas by TERYT codes."""
