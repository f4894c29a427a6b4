"""From records to a manuscript, one part of the dossier a module; everything passes the gate on its way."""
