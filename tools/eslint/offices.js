export const offices = ['enrollment', 'special-education', 'student-aid', 'internet-plus'];
