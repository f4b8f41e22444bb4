interface Named {
  firstName: string
  lastName?: string
}

const HAN = /^\p{Script=Han}/u

/** Chinese names are written family name first, without a space. */
export function fullName({ firstName, lastName }: Named): string {
  if (!lastName) return firstName
  return HAN.test(firstName) && HAN.test(lastName) ? `${lastName}${firstName}` : `${firstName} ${lastName}`
}

export function initials(name: string): string {
  if (HAN.test(name)) return name.slice(0, 1)
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map(word => word.slice(0, 1).toUpperCase())
    .join('')
}
