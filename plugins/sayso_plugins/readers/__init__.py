"""The bundled readers."""
