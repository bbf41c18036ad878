import { Actions, Button, type ButtonTone, DisabledControl } from '#components/look/button.tsx'

/** The button of a form; where the reader may not press it, it stays and says why. */
export function Submit({
  disabledReason,
  tone = 'primary',
  children,
}: {
  disabledReason: string | null
  tone?: ButtonTone
  children: string
}) {
  return (
    <Actions>
      {disabledReason === null ? (
        <Button tone={tone}>{children}</Button>
      ) : (
        <DisabledControl reason={disabledReason}>{children}</DisabledControl>
      )}
    </Actions>
  )
}
