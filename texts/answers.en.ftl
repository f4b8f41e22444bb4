# The names of the form's questions, and what can be chosen.

question-device = Device and term
question-name = Name
question-document = Document
question-phone = Phone
question-address = Delivery address
question-occupation = Occupation
question-purpose = Purpose and plan
question-otherRentals = Other rentals
question-cardPhoto = Photos of the card
question-note = Anything else

## Options: .also holds other ways to type them, between | signs

answer-skipped = nothing
option-document-resident-id = Chinese ID card
    .also = id card|id|resident id|resident identity card
option-document-residence-permit = Residence card
    .also = permanent residence card|foreign permanent resident id card|residence permit|green card
option-document-passport = Passport
    .also = my passport|foreign passport
option-occupation-employee = Employee
    .also = employed|office worker|i have a job
option-occupation-business = Own business
    .also = business owner|self-employed|shop owner
option-occupation-freelance = Freelancer
    .also = freelance
option-occupation-student = Student
    .also = at university|university student
option-occupation-public = Public service
    .also = civil servant|teacher|public sector
option-occupation-home = At home
    .also = homemaker|housewife|unemployed|between jobs
option-occupation-retired = Retired
    .also = pensioner
option-purpose-study = Study
    .also = studying|learning|courses|school
option-purpose-work = Work
    .also = office|office work|working|business
option-purpose-create = Photo and video
    .also = video editing|photography|filming
option-purpose-play = Games and films
    .also = games|gaming|films|movies
option-purpose-daily = Everyday use
    .also = daily use|everyday|daily
option-deviceUser-self = Myself
    .also = me|i|only me|i do|just me
option-deviceUser-family = Family
    .also = my family|relative|a relative
option-otherRentals-none = None
    .also = no|nothing|0|not at present
option-otherRentals-one = One
    .also = yes|1|one other
option-otherRentals-more = Several
    .also = more|more than one|two|2|many
