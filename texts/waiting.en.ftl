# Waiting before the call: the applicant is there, the reviewer not yet.

button-admit = Let them in
button-patience = Two more minutes
toast-patience = The applicant is asked to wait until { $until }.
two-more-minutes =
    <b>Your reviewer needs a moment longer</b>, until { $until } at the latest.
    You need not keep the page open: we will tell you here as soon as you can come in.
refused-patience-used = You have asked twice already. Please let the applicant in, or somebody else takes over.

# the call page inside the messenger, beside the plain link
button-join-here = Open it in here

# call links taken back by an admin
do-revoke-links = Replace links
revoke-links =
    <b>Replace the call links of { $code }?</b>
    Both old links stop working at once, and whoever is in the call is put out. The applicant and the reviewer get new ones; the time stays.
toast-links-revoked = The links were replaced.
links-revoked = { $code }: the call links were replaced; both have their new ones.
link-replaced = <b>Your call link was replaced</b> ({ $code }): the one before no longer works.
review-link-replaced = <b>The review link was replaced</b> ({ $code }): the one before no longer works.
