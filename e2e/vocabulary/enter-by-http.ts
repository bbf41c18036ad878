import { callAction } from './call-action.ts'

/** The cookies of the practice Adversary, without a browser. */
export async function enterAsAdversary(server: { address: string }): Promise<string> {
  const { headers } = await callAction(server, 'app/sign-in/actions.ts#submitEnterPractice', {
    role: 'adversary',
    next: '/',
  })
  return (headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ')
}
