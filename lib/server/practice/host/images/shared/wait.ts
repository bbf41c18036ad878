// Keeps a container of tools for a quarter of an hour: longer than any run, so that what is killed leaves nothing for ever.
setTimeout(() => process.exit(0), 900_000)
process.once('SIGTERM', () => process.exit(0))
