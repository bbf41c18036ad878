import { Sign } from '#components/look/sign.tsx'

/** A dot where something is new to the reader; its word is read out. Takes no room where nothing is. */
export function UnreadMark({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <span className="mr-1.5 inline-flex text-claim">
      <Sign shape="disc" size="tiny" label={`${count} unread`} />
    </span>
  )
}
