import { type Machine } from "./machine"

/** Where, when and how it was measured, and how busy the machine was with other things. */
export function heading({
  machine,
  command,
  loadBefore,
}: {
  machine: Machine
  command: string
  loadBefore: number
}): string {
  const day = new Date().toISOString().slice(0, 10)
  return [
    `Measured on ${day} with \`${command}\`, on ${machine.cores} cores of ${machine.processor}, ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}, PostgreSQL ${machine.postgres} (durable: \`fsync\` on).`,
    loadWords(loadBefore, machine.cores),
  ].join("\n\n")
}

/** A machine that does other things as well measures those too. */
export function loadWords(load: number, cores: number): string {
  const value = load.toFixed(1)
  return load < cores * 0.75
    ? `The machine had little else to do (load average ${value} at the start).`
    : `**The machine was busy with other work: its load average was ${value} on ${cores} cores at the start.** Times are longer and rates lower than on an idle machine; what stands side by side was measured side by side, so that the shares mean more than the numbers.`
}
