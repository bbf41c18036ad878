type Props = {
  action: string
  label: string
  name: string
  value: string
  submit: string
  hint?: string
  wide?: boolean
  shortcut?: string
}

/** One word to the page about its log; goes into the address. */
export function LogField({ action, label, name, value, submit, hint, wide = false, shortcut }: Props) {
  return (
    <form method="get" action={action} className="flex items-center gap-1.5">
      <label className="flex items-center gap-1.5">
        {label}
        <input
          name={name}
          key={value}
          defaultValue={value}
          placeholder={hint}
          autoComplete="off"
          data-key={shortcut}
          data-key-focus={shortcut === undefined ? undefined : ''}
          aria-label={label}
          className={`rounded-field border border-edge bg-panel px-2 py-1 ${wide ? 'w-48' : 'w-28'}`}
        />
      </label>
      <button
        type="submit"
        className="cursor-pointer rounded-button border border-line2 bg-panel px-2.5 py-1 font-[550]"
      >
        {submit}
      </button>
    </form>
  )
}
