/** On which host; nothing to choose where there is one. */
export function HostChoice({
  hosts,
  host,
  gate,
}: {
  hosts: readonly string[]
  host: string | null
  gate: string | null
}) {
  if (hosts.length < 2) return null
  return (
    <form method="get" className="mb-4 flex flex-wrap items-center gap-2 text-sm">
      {gate !== null && <input type="hidden" name="gate" value={gate} />}
      <label className="flex items-center gap-1.5">
        Host
        <select
          name="host"
          defaultValue={host ?? ''}
          className="rounded-field border border-edge bg-panel px-2 py-1 text-ink"
        >
          {hosts.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <button
        type="submit"
        className="cursor-pointer rounded-button border border-line2 bg-panel px-2.5 py-1 font-[550]"
      >
        Take this one
      </button>
    </form>
  )
}
