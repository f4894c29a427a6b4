"""One folder per screen: page (widgets), view_model (state, intents), table_model. Pages don't know each other."""
