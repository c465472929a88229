// Preloaded into every process the demo starts: none of them may outlive a demo that was killed without warning.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"))
process.channel?.unref()
