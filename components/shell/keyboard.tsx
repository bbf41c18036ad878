'use client'

import { useEffect, useRef, useState } from 'react'

const OFF = 'gatehouse.keys.off'
const TYPING = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])'

const keyed = () => [...document.querySelectorAll<HTMLElement>('[data-key]')].filter((one) => one.checkVisibility())

const labelOf = (one: HTMLElement) =>
  one.ariaLabel ??
  (one.dataset.keyFocus === undefined ? undefined : document.querySelector(`label[for="${one.id}"]`)?.textContent) ??
  [...one.childNodes].map((node) => (node instanceof Element && node.ariaHidden ? '' : node.textContent)).join('')

/**
 * Single keys: an element with `data-key="j"` is pressed by j, or focused where it also has `data-key-focus`.
 * They can be switched off, since speech input types letters (WCAG 2.1.4).
 */
export function Keyboard() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [keys, setKeys] = useState<{ key: string; label: string }[]>([])
  const [off, setOff] = useState(false)

  const open = () => {
    const labels = new Map(keyed().map((one) => [one.dataset.key ?? '', labelOf(one)]))
    setKeys([...labels].map(([key, label]) => ({ key, label })))
    setOff(localStorage.getItem(OFF) !== null)
    dialog.current?.showModal()
  }

  const turn = () => {
    if (off) localStorage.removeItem(OFF)
    else localStorage.setItem(OFF, '1')
    setOff(!off)
  }

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest(TYPING)) return
      if (document.querySelector('dialog[open]') || localStorage.getItem(OFF) !== null) return
      const hit = keyed().find((one) => one.dataset.key === event.key && !one.matches(':disabled'))
      if (!hit) return
      event.preventDefault()
      if (hit.dataset.keyFocus === undefined) hit.click()
      else hit.focus()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])

  return (
    <>
      <button
        type="button"
        data-key="?"
        aria-label="Keyboard shortcuts"
        aria-keyshortcuts="?"
        onClick={open}
        className="needs-script grid size-6 cursor-pointer place-items-center rounded-small border border-b-2 border-line2 font-mono text-2xs hover:text-ink"
      >
        ?
      </button>
      <dialog
        ref={dialog}
        aria-label="Keyboard shortcuts"
        className="m-auto w-[min(400px,calc(100vw-32px))] rounded-panel border border-line bg-panel px-5 py-4 text-ink"
      >
        <h2 className="mb-2 font-semibold">Keys on this page</h2>
        <ul className={off ? 'mb-3 text-mute line-through' : 'mb-3'}>
          {keys.map(({ key, label }) => (
            <li key={key} className="flex justify-between gap-4 border-b border-line py-1">
              <span>{label}</span>
              <kbd className="text-xs text-mute">{key}</kbd>
            </li>
          ))}
        </ul>
        <form method="dialog" className="flex justify-between gap-2">
          <button type="submit" className="cursor-pointer rounded-button border border-line2 px-3 py-1">
            Close
          </button>
          <button type="button" onClick={turn} className="cursor-pointer underline underline-offset-3">
            {off ? 'Turn the keys on' : 'Turn the keys off'}
          </button>
        </form>
      </dialog>
    </>
  )
}
