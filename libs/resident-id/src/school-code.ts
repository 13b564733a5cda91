/** Whether the text is a school's code (学校标识码): ten digits, from which nothing about the school may be derived. */
export function isSchoolCode(text: string): boolean {
  return /^\d{10}$/.test(text);
}
