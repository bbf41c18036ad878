import { composeFiles, readCompose } from './recipe.ts'
import { mapAt, textAt } from './yaml.ts'

type Rule = { id: string; says: string; broken: (folder: string) => string[] }

const place = { stack: 'lint', domain: 'lint.practice.test' }
const servicesIn = (folder: string, file: string) => Object.entries(mapAt(readCompose(folder, file, place).services))

const RULES: readonly Rule[] = [
  {
    id: 'R001',
    says: 'compose.yml is there',
    broken: (folder) => (composeFiles(folder).includes('compose.yml') ? [] : ['no compose.yml']),
  },
  {
    id: 'R005',
    says: 'a service names its version',
    broken: (folder) =>
      JSON.stringify(servicesIn(folder, 'compose.yml')).includes('.version=')
        ? []
        : ['no coop-cloud label with a version'],
  },
  {
    id: 'R007',
    says: 'no image is tagged latest',
    broken: (folder) =>
      servicesIn(folder, 'compose.yml')
        .filter(([, service]) => /:latest$/.test(textAt(mapAt(service).image)))
        .map(([name]) => `${name} is tagged latest`),
  },
  {
    id: 'R011',
    says: 'every service has an image',
    // A file beside compose.yml may add to a service, whose image then stands in compose.yml.
    broken: (folder) => {
      const main = new Map(
        servicesIn(folder, 'compose.yml').map(([name, service]) => [name, textAt(mapAt(service).image)]),
      )
      return composeFiles(folder).flatMap((file) =>
        servicesIn(folder, file)
          .filter(([name, service]) => (textAt(mapAt(service).image) || main.get(name) || '') === '')
          .map(([name]) => `${file}: service ${name} has no image`),
      )
    },
  },
]

export type Lint = { status: 'pass' | 'fail'; detail: string; rulesFailed: string[]; text: string }

/** What the rules say of a checkout; verdict-neutral, so it never throws. */
export function lint(folder: string): Lint {
  const found = RULES.map((rule) => {
    try {
      return { rule, broken: rule.broken(folder) }
    } catch (error) {
      return { rule, broken: [error instanceof Error ? error.message : String(error)] }
    }
  })
  const failed = found.filter(({ broken }) => broken.length > 0)
  const line = ({ rule, broken }: (typeof found)[number]) =>
    broken.length === 0 ? `ok    ${rule.id} ${rule.says}` : `FAIL  ${rule.id} ${rule.says}: ${broken.join('; ')}`
  return {
    status: failed.length === 0 ? 'pass' : 'fail',
    detail:
      failed.length === 0
        ? 'no rule failed'
        : failed.map(({ rule, broken }) => `${rule.id}: ${broken.join('; ')}`).join(' · '),
    rulesFailed: failed.map(({ rule }) => rule.id),
    text: `${found.map(line).join('\n')}\n`,
  }
}
