using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures;

/// <summary>The parties that <c>attended by</c> may name.</summary>
public static class Parties
{
    public static ImmutableArray<Entry> All { get; } =
    [
        new("customer", new(
            "Somebody of the customer's: the participant `customer`, or a contact of this account.",
            "In a calendar it is anybody whose address has one of the account's customer domains.",
            "A contact of another account is not this customer.")
        {
            Example = """
                - id: monthly-review
                  title: A service review is held every month, with the customer present
                  for each: account
                  cadence: { activity: service review, every: month, evidence: held, attended by: { all of: [customer] } }
                  warn: 5 working days
                """,
        })
        {
            Needs = [new(Sources.Contacts, "account_id"), new(Sources.Activities, "participants") { Or = Sources.Calendars }],
        },
        new("outsider", new(
            "Anybody from outside the firm: the participant `customer`, or a contact of whatever account.",
            "A participant who is neither in people.csv nor a contact cannot be placed.")
        {
            Example = """
                - id: team-among-itself
                  title: The account team looks back every quarter, with nobody from outside the firm
                  for each: account
                  cadence: { activity: account retrospective, every: quarter, attended by: { none of: [outsider] } }
                """,
        })
        {
            Needs = [new(Sources.Contacts, "account_id"), new(Sources.Activities, "participants") { Or = Sources.Calendars }],
        },
        new("somebody else", new(
            "Somebody of the firm beside the person whom the activity is about.",
            "Of a succession plan, that is the successor whom it names.")
        {
            With = ["about"],
            Example = """
                - id: successor-named
                  title: Each account lead has a named successor, reviewed every 6 months
                  for each: role holder
                  where: { role: account lead }
                  cadence: { activity: succession plan, every: 6 months, attended by: { all of: [somebody else] }, about: person, never: breached }
                """,
        })
        {
            Needs = [new(Sources.Activities, "participants") { Or = Sources.Calendars }],
        },
        new("executive", new(
            "A contact of the account whose `stakeholder_role` in contacts.csv is `executive`.",
            "Being from the customer does not say it: without contacts.csv the finding is `unknown`.")
        {
            With = ["stakeholder role"],
            Example = """
                - id: executive-met
                  title: The customer's executive is at a review every quarter
                  for each: account
                  cadence: { activity: service review, every: quarter, attended by: { all of: [executive] } }
                """,
        })
        {
            Needs = [new(Sources.Contacts, "account_id", "stakeholder_role"), new(Sources.Activities, "participants") { Or = Sources.Calendars }],
        },
        new("sponsor", new(
            "A contact of the account whose `stakeholder_role` in contacts.csv is `sponsor`.",
            "Being from the customer does not say it: without contacts.csv the finding is `unknown`.")
        {
            With = ["stakeholder role"],
            Example = """
                - id: sponsor-met
                  title: The customer's sponsor is at a review every quarter
                  for each: account
                  cadence: { activity: service review, every: quarter, attended by: { all of: [sponsor] } }
                """,
        })
        {
            Needs = [new(Sources.Contacts, "account_id", "stakeholder_role"), new(Sources.Activities, "participants") { Or = Sources.Calendars }],
        },
        new("product owner", new(
            "A contact of the account whose `stakeholder_role` in contacts.csv is `product owner`.",
            "Being from the customer does not say it: without contacts.csv the finding is `unknown`.")
        {
            With = ["stakeholder role"],
            Example = """
                - id: product-owner-met
                  title: The customer's product owner is at a review every quarter
                  for each: account
                  cadence: { activity: service review, every: quarter, attended by: { all of: [product owner] } }
                """,
        })
        {
            Needs = [new(Sources.Contacts, "account_id", "stakeholder_role"), new(Sources.Activities, "participants") { Or = Sources.Calendars }],
        },
        new("head of department", new(
            "A contact of the account whose `stakeholder_role` in contacts.csv is `head of department`.",
            "Being from the customer does not say it: without contacts.csv the finding is `unknown`.")
        {
            With = ["stakeholder role"],
            Example = """
                - id: head-of-department-met
                  title: The customer's head of department is at a review every quarter
                  for each: account
                  cadence: { activity: service review, every: quarter, attended by: { all of: [head of department] } }
                """,
        })
        {
            Needs = [new(Sources.Contacts, "account_id", "stakeholder_role"), new(Sources.Activities, "participants") { Or = Sources.Calendars }],
        },
        new("finance", new(
            "A contact of the account whose `stakeholder_role` in contacts.csv is `finance`.",
            "Being from the customer does not say it: without contacts.csv the finding is `unknown`.")
        {
            With = ["stakeholder role"],
            Example = """
                - id: finance-met
                  title: The customer's finance is at a review every quarter
                  for each: account
                  cadence: { activity: service review, every: quarter, attended by: { all of: [finance] } }
                """,
        })
        {
            Needs = [new(Sources.Contacts, "account_id", "stakeholder_role"), new(Sources.Activities, "participants") { Or = Sources.Calendars }],
        },
        new("procurement", new(
            "A contact of the account whose `stakeholder_role` in contacts.csv is `procurement`.",
            "Being from the customer does not say it: without contacts.csv the finding is `unknown`.")
        {
            With = ["stakeholder role"],
            Example = """
                - id: procurement-met
                  title: The customer's procurement is at a review every quarter
                  for each: account
                  cadence: { activity: service review, every: quarter, attended by: { all of: [procurement] } }
                """,
        })
        {
            Needs = [new(Sources.Contacts, "account_id", "stakeholder_role"), new(Sources.Activities, "participants") { Or = Sources.Calendars }],
        },
    ];
}
