/** A key. Not read out: the control it belongs to names its key in `aria-keyshortcuts`. */
export function Kbd({ children }: { children: string }) {
  return (
    <span aria-hidden="true">
      <kbd className="inline-block rounded-[4px] border border-b-2 border-current/35 px-[5px] text-2xs font-normal leading-[15px]">
        {children}
      </kbd>
    </span>
  )
}
